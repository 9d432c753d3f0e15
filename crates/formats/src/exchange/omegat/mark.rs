//! The line by which a glossary of `OmegaT` is known.

/// The line `OmegaT` looks for, because it names the encoding.
pub(in crate::exchange) const FIRST_LINE: &str = "# Glossary in tab-separated format -*- coding: utf-8 -*-";
