//! Sorts IP addresses by what they are reserved for, after the registries of special-purpose addresses of IANA
//! (RFC 6890 and its updates). Only public ones are connected to unless the user says otherwise.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// What an IP address is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AddressKind {
    /// Of a machine on the internet.
    Public,
    /// This machine.
    Loopback,
    /// A network of one's own: RFC 1918, and unique local addresses of IPv6.
    Private,
    /// Shared behind the router of a provider (RFC 6598), or in an overlay network.
    Shared,
    /// Valid on one cable only; cloud providers answer there with the credentials of a machine.
    LinkLocal,
    /// No address at all: `0.0.0.0` and its network, `::`.
    Unspecified,
    /// A group of machines.
    Multicast,
    /// All machines of a network.
    Broadcast,
    /// For examples in documents.
    Documentation,
    /// For measuring network equipment.
    Benchmark,
    /// IPv6 that stands for an IPv4 address: mapped, compatible, 6to4, NAT64, Teredo, ISATAP.
    Embedded,
    /// Set aside for other purposes.
    Reserved,
}

/// Networks of IPv4 with their prefix lengths. The first that holds an address counts.
const V4: &[([u8; 4], u32, AddressKind)] = &[
    ([255, 255, 255, 255], 32, AddressKind::Broadcast),
    ([0, 0, 0, 0], 8, AddressKind::Unspecified),
    ([10, 0, 0, 0], 8, AddressKind::Private),
    ([100, 64, 0, 0], 10, AddressKind::Shared),
    ([127, 0, 0, 0], 8, AddressKind::Loopback),
    ([169, 254, 0, 0], 16, AddressKind::LinkLocal),
    ([172, 16, 0, 0], 12, AddressKind::Private),
    ([192, 0, 0, 0], 24, AddressKind::Reserved),
    ([192, 0, 2, 0], 24, AddressKind::Documentation),
    ([192, 88, 99, 0], 24, AddressKind::Embedded),
    ([192, 168, 0, 0], 16, AddressKind::Private),
    ([198, 18, 0, 0], 15, AddressKind::Benchmark),
    ([198, 51, 100, 0], 24, AddressKind::Documentation),
    ([203, 0, 113, 0], 24, AddressKind::Documentation),
    ([224, 0, 0, 0], 4, AddressKind::Multicast),
    ([240, 0, 0, 0], 4, AddressKind::Reserved),
];

/// Networks of IPv6 with their prefix lengths. The first that holds an address counts; what is in none is public only in
/// `2000::/3`, from which addresses are given out.
const V6: &[([u16; 8], u32, AddressKind)] = &[
    ([0, 0, 0, 0, 0, 0, 0, 0], 128, AddressKind::Unspecified),
    ([0, 0, 0, 0, 0, 0, 0, 1], 128, AddressKind::Loopback),
    ([0, 0, 0, 0, 0, 0xffff, 0, 0], 96, AddressKind::Embedded),
    ([0, 0, 0, 0, 0xffff, 0, 0, 0], 96, AddressKind::Embedded),
    ([0, 0, 0, 0, 0, 0, 0, 0], 96, AddressKind::Embedded),
    ([0x64, 0xff9b, 0, 0, 0, 0, 0, 0], 96, AddressKind::Embedded),
    ([0x64, 0xff9b, 1, 0, 0, 0, 0, 0], 48, AddressKind::Embedded),
    ([0x2001, 0, 0, 0, 0, 0, 0, 0], 32, AddressKind::Embedded),
    ([0x2001, 2, 0, 0, 0, 0, 0, 0], 48, AddressKind::Benchmark),
    ([0x2001, 0, 0, 0, 0, 0, 0, 0], 23, AddressKind::Reserved),
    ([0x2001, 0xdb8, 0, 0, 0, 0, 0, 0], 32, AddressKind::Documentation),
    ([0x2002, 0, 0, 0, 0, 0, 0, 0], 16, AddressKind::Embedded),
    ([0x3fff, 0, 0, 0, 0, 0, 0, 0], 20, AddressKind::Documentation),
    ([0xfc00, 0, 0, 0, 0, 0, 0, 0], 7, AddressKind::Private),
    ([0xfe80, 0, 0, 0, 0, 0, 0, 0], 10, AddressKind::LinkLocal),
    ([0xff00, 0, 0, 0, 0, 0, 0, 0], 8, AddressKind::Multicast),
];

/// The addresses that are given out on the internet.
const GIVEN_OUT: ([u16; 8], u32) = ([0x2000, 0, 0, 0, 0, 0, 0, 0], 3);

impl AddressKind {
    /// What an address is for.
    pub(super) fn of(address: IpAddr) -> Self {
        match address {
            IpAddr::V4(address) => of_v4(address),
            IpAddr::V6(address) => of_v6(address),
        }
    }

    /// Whether a document may be fetched from there. `private` allows the addresses of this machine and of networks of
    /// one's own, and no others.
    pub(super) fn is_allowed(self, private: bool) -> bool {
        match self {
            Self::Public => true,
            Self::Loopback | Self::Private | Self::Shared => private,
            _ => false,
        }
    }

    /// What an address is, as in `127.0.0.1, an address of this machine`.
    pub(super) fn description(self) -> &'static str {
        match self {
            Self::Public => "a public address",
            Self::Loopback => "an address of this machine",
            Self::Private => "an address of a private network",
            Self::Shared => "an address in a shared or overlay network",
            Self::LinkLocal => "a link-local address",
            Self::Unspecified => "an unspecified address",
            Self::Multicast => "a multicast address",
            Self::Broadcast => "a broadcast address",
            Self::Documentation => "an address for documentation",
            Self::Benchmark => "an address for benchmarks",
            Self::Embedded => "an IPv6 address that stands for an IPv4 address, or its relay",
            Self::Reserved => "a reserved address",
        }
    }
}

fn of_v4(address: Ipv4Addr) -> AddressKind {
    let bits = u32::from(address);
    let is_in = |network: [u8; 4], length: u32| (bits ^ u32::from(Ipv4Addr::from(network))).leading_zeros() >= length;
    let network = V4.iter().find(|(network, length, _)| is_in(*network, *length));
    network.map_or(AddressKind::Public, |(_, _, kind)| *kind)
}

fn of_v6(address: Ipv6Addr) -> AddressKind {
    let bits = u128::from(address);
    let is_in = |network: [u16; 8], length: u32| (bits ^ u128::from(Ipv6Addr::from(network))).leading_zeros() >= length;
    if let Some((_, _, kind)) = V6.iter().find(|(network, length, _)| is_in(*network, *length)) {
        return *kind;
    }
    // ISATAP (RFC 5214) puts `0:5efe` and an IPv4 address into the second half of an address of any network.
    let [_, _, _, _, flags, mark, _, _] = address.segments();
    match (flags & !0x0300, mark) {
        (0, 0x5efe) => AddressKind::Embedded,
        _ if is_in(GIVEN_OUT.0, GIVEN_OUT.1) => AddressKind::Public,
        _ => AddressKind::Reserved,
    }
}

#[cfg(test)]
mod tests {
    use super::AddressKind::{self, *};

    /// Addresses of each kind: the first and the last of each network, and those just outside.
    const ADDRESSES: &[(AddressKind, &[&str])] = &[
        (
            Public,
            &[
                "1.0.0.0",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.0.3.0",
                "192.88.98.255",
                "192.88.100.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2000::",
                "2001:200::1",
                "2001:db7:ffff::1",
                "2001:db9::1",
                "2003::1",
                "2400:cb00::1",
                "2606:4700::1111",
                "3ffe:ffff::1",
                "3fff:1000::1",
            ],
        ),
        (Loopback, &["127.0.0.1", "127.0.0.0", "127.255.255.255", "::1"]),
        (
            Private,
            &[
                "10.0.0.0",
                "10.255.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.168.0.0",
                "192.168.255.255",
                "fc00::",
                "fd12:3456:789a::1",
                "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
            ],
        ),
        (Shared, &["100.64.0.0", "100.127.255.255"]),
        (LinkLocal, &["169.254.0.0", "169.254.169.254", "169.254.255.255", "fe80::1", "febf::1"]),
        (Unspecified, &["0.0.0.0", "0.255.255.255", "::"]),
        (Multicast, &["224.0.0.0", "239.255.255.255", "ff00::", "ff02::1"]),
        (Broadcast, &["255.255.255.255"]),
        (
            Documentation,
            &["192.0.2.0", "198.51.100.255", "203.0.113.1", "2001:db8::", "2001:db8:ffff::1", "3fff::1", "3fff:fff::1"],
        ),
        (Benchmark, &["198.18.0.0", "198.19.255.255", "2001:2::1"]),
        (
            Embedded,
            &[
                "::ffff:127.0.0.1",
                "::ffff:8.8.8.8",
                "::ffff:0:10.0.0.1",
                "::127.0.0.1",
                "::2",
                "64:ff9b::8.8.8.8",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::10.0.0.1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2002::",
                "2002:7f00:1::1",
                "2002:808:808::1",
                "192.88.99.1",
                "2400:cb00::5efe:10.0.0.1",
                "2400:cb00::200:5efe:192.168.0.1",
            ],
        ),
        (
            Reserved,
            &[
                "192.0.0.0",
                "192.0.0.170",
                "240.0.0.0",
                "255.255.255.254",
                "2001:1::1",
                "2001:10::1",
                "2001:1ff:ffff::1",
                "100::1",
                "fec0::1",
                "4000::1",
                "1fff:ffff::1",
                "5f00::1",
                "e000::1",
            ],
        ),
    ];

    #[test]
    fn every_address_is_of_the_kind_its_network_is_registered_for() {
        for (kind, addresses) in ADDRESSES {
            for address in *addresses {
                assert_eq!(AddressKind::of(address.parse().unwrap()), *kind, "{address}");
            }
        }
    }

    #[test]
    fn only_public_addresses_are_allowed_and_those_of_ones_own_if_the_user_says_so() {
        for (kind, addresses) in ADDRESSES {
            assert_eq!(kind.is_allowed(false), *kind == Public, "{addresses:?}");
            assert_eq!(kind.is_allowed(true), matches!(kind, Public | Loopback | Private | Shared), "{addresses:?}");
        }
    }
}
