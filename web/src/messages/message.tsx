// A message with elements in it, such as a term in its own language.

import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';

export function Message({ text, values }: { text: string; values: Record<string, ComponentChildren> }) {
  const parts = text.split(/\{(\w+)\}/);
  return <>{parts.map((part, index) => <Fragment key={index}>{index % 2 === 0 ? part : values[part] ?? `{${part}}`}</Fragment>)}</>;
}
