//! Protocols of other people's programs, as they speak them.
