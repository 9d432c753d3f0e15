//! The lines by which a glossary of `OmegaT` is known.

/// The line `OmegaT` looks for, because it names the encoding.
pub(in crate::exchange) const FIRST_LINE: &str = "# Glossary in tab-separated format -*- coding: utf-8 -*-";

/// How people write it who make a glossary by hand.
pub(in crate::exchange) const ENCODING_LINE: &str = "# -*- coding: utf-8 -*-";
