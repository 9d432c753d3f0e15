// A link to another page, followed without loading anew. Opened in a new tab or by middle click, it is an ordinary link.

import type { ComponentChildren } from 'preact';
import { useStore } from '../state/store';
import { address, navigate, pageAddress } from './address';

interface LinkProps {
  /** An address on this server; the project is carried over. */
  to: string;
  class?: string | undefined;
  lang?: string | undefined;
  title?: string | undefined;
  id?: string | undefined;
  tabIndex?: number | undefined;
  'aria-current'?: 'page' | 'true' | undefined;
  'aria-label'?: string | undefined;
  'aria-describedby'?: string | undefined;
  'data-result'?: number | string | undefined;
  'data-row'?: number | string | undefined;
  onClick?: ((event: MouseEvent) => void) | undefined;
  onFocus?: (() => void) | undefined;
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  children: ComponentChildren;
}

export function Link({ to, children, onClick, ...rest }: LinkProps) {
  useStore(address);
  const url = pageAddress(to);
  return <a {...rest} href={url.pathname + url.search + url.hash} onClick={(event) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(to);
  }}>{children}</a>;
}
