// A concept.
export default function ConceptPage() { return null; }
