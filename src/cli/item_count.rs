//! How many things a command lists, as an argument.

/// A number of things to list: at least one.
pub(super) fn count<T: TryFrom<u32>>(text: &str) -> Result<T, String> {
    let wrong = || "give a number from 1 on".to_owned();
    let number = text.parse::<u32>().ok().filter(|number| *number > 0).ok_or_else(wrong)?;
    T::try_from(number).map_err(|_| wrong())
}
