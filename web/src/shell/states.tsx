// A page, and what it shows while loading, when empty, and when something failed.

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { problems, problemText } from '../api/problem';
import type { Resource } from '../api/resource';
import { useMessages } from '../messages/catalogue';
import { common } from '../messages/common';
import { Link } from '../router/link';
import { arrival, rememberedScroll } from '../router/address';
import { announce } from './announcer';

interface PageFrameProps {
  /** The title of the window, without the product's name. */
  title: string;
  /** The heading, where it is more than the title. `hidden`: read by screen readers only. */
  heading?: ComponentChildren;
  hasHiddenHeading?: boolean;
  /** The page puts the focus where it wants it, such as into its box. */
  takesFocus?: boolean;
  class?: string;
  children: ComponentChildren;
}

/** The frame of every page: its title, its heading, and the focus on the heading after a navigation. */
export function PageFrame({ title, heading, hasHiddenHeading, takesFocus, class: name, children }: PageFrameProps) {
  const head = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => { document.title = `${title} – Taiyaku`; }, [title]);
  useLayoutEffect(() => {
    scrollTo(0, arrival.kind === 'traverse' ? rememberedScroll() : 0);
    if (takesFocus || arrival.kind === 'load') return;
    head.current?.focus({ preventScroll: true });
    announce(title);
  }, []);
  return <div class={`page ${name ?? ''}`}>
    <h1 ref={head} tabIndex={-1} class={hasHiddenHeading ? 'hidden' : 'page-title'}>{heading ?? title}</h1>
    {children}
  </div>;
}

/** Shown only after a moment, so that fast answers do not flicker. */
export function Loading() {
  const t = useMessages(common);
  return <p class="state loading" role="status">{t.loading}</p>;
}

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return <div class="state empty"><p class="state-title">{title}</p>{children}</div>;
}

/** What went wrong, with another try; what does not exist has none, but a way `back`: to look-up, unless another is given. */
export function Failure({ error, retry, back }: { error: unknown; retry?: () => void; back?: ComponentChildren }) {
  const t = useMessages(common);
  const { text, lang, code } = problemText(error, useMessages(problems));
  if (code === 'not_found') {
    return <div class="state empty" role="alert"><p class="state-title" lang={lang}>{text}</p><p>{back ?? <Link to="/">{t.goToLookup}</Link>}</p></div>;
  }
  return <div class="state failure" role="alert">
    <p class="state-title">{t.failedTitle}</p>
    <p lang={lang}>{text}</p>
    {code && <p class="code" lang="en">{code}</p>}
    {retry && <button type="button" onClick={retry}>{t.retry}</button>}
  </div>;
}

/** The answer of the server, or why it is not there. */
export function Loaded<T>({ resource, children }: { resource: Resource<T>; children: (data: T) => ComponentChildren }) {
  if (resource.data !== undefined) return <>{children(resource.data)}</>;
  if (resource.error !== undefined) return <Failure error={resource.error} retry={resource.reload} />;
  return <Loading />;
}
