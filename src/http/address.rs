//! Encodes text for addresses.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What is encoded: all but the unreserved characters of RFC 3986.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Text as one segment of a path, or as a value of a query.
pub(super) fn in_address(text: &str) -> String {
    utf8_percent_encode(text, ENCODED).to_string()
}

#[cfg(test)]
mod tests {
    use super::in_address;

    #[test]
    fn text_in_an_address_stays_one_segment() {
        assert_eq!(in_address("視 &\"#𠮷"), "%E8%A6%96%20%26%22%23%F0%A0%AE%B7");
        assert_eq!(in_address("a/b?c%.~"), "a%2Fb%3Fc%25.~");
    }
}
