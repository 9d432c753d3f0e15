// Where a term comes from: a small mark, the sentence on hover, focus or tap, the place in the document on click.

import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { api } from '../api/client';
import { useResource } from '../api/resource';
import { fill, locale, useMessages } from '../messages/catalogue';
import { Link } from '../router/link';
import { useStore } from '../state/store';
import { proofs, releaseCount, sourceField, type Concept, type Proof, type SourceKind } from './concept';
import { fieldName, termMessages } from './messages';
import { ByteText, languageOf, runsOf, type Run } from './text';

const PATHS: Record<SourceKind, string> = {
  release: 'M4 1.8h5.6L12.5 4.7v9.5H4zM9.4 1.8v3h3M6 8h4.5M6 10.8h4.5',
  person: 'M8 8a2.9 2.9 0 1 0 0-5.8A2.9 2.9 0 0 0 8 8zM2.8 14c.5-2.7 2.5-4.2 5.2-4.2s4.7 1.5 5.2 4.2',
  import: 'M8 1.800v8M5 7l3 3 3-3M2.5 11v2.800h11V11',
  starter: 'M8 1.900l1.9 3.9 4.3.6-3.1 3 .7 4.300L8 11.700l-3.8 2 .7-4.3-3.1-3 4.3-.6z',
};

export function SourceIcon({ kind }: { kind: SourceKind }) {
  return <svg viewBox="0 0 16 16" width="14" height="14" fill="none" stroke="currentColor" stroke-width="1.2" stroke-linejoin="round" stroke-linecap="round" aria-hidden="true"><path d={PATHS[kind]} /></svg>;
}

export function Marked({ runs }: { runs: readonly Run[] }) {
  return <>{runs.map(({ text, isMarked }, index) => isMarked ? <mark key={index}>{text}</mark> : text)}</>;
}

function useSourceName(): (proof: Proof) => { kind: string; name: string; lang: 'en' | 'ja' | undefined } {
  const t = useMessages(termMessages);
  const lang = useStore(locale);
  const kinds: Record<SourceKind, string> = { release: t.release, person: t.person, import: t.import, starter: t.starterBase };
  return ({ kind, source }) => {
    const field = sourceField(source);
    return field ? { kind: t.starterBase, name: fieldName(field, lang), lang: undefined } : { kind: kinds[kind], name: source, lang: languageOf(source) };
  };
}

/** The line below a proof: what kind of source, its name, the way to it. */
export function ProofSource({ proof }: { proof: Proof }) {
  const source = useSourceName()(proof);
  const name = <span lang={source.lang}>{source.name}</span>;
  return <span class="proof-source">
    <SourceIcon kind={proof.kind} /><span class="hidden">{source.kind}: </span>
    {proof.releaseId !== undefined ? <Link to={releasePlace(proof.releaseId, proof.span)}>{name}</Link>
      : proof.url ? <a href={proof.url} rel="noreferrer">{name}</a> : <>{proof.kind === 'starter' ? `${source.kind} · ` : ''}{name}</>}
    {proof.licence && <span lang="en">· {proof.licence}</span>}
  </span>;
}

/** The address of a place in a release: `at` is the span in bytes. */
export function releasePlace(releaseId: number, span: readonly [number, number] | undefined): string {
  return `/releases/${releaseId}${span ? `?at=${span[0]}-${span[1]}` : ''}`;
}

/** A proof with its snippet as the server gives it. */
export function SnippetProof({ proof, terms }: { proof: Proof; terms: readonly string[] }) {
  return <div class="proof">
    {proof.snippet && <blockquote lang={languageOf(proof.snippet)}><Marked runs={runsOf(proof.snippet, terms)} /></blockquote>}
    <ProofSource proof={proof} />
  </div>;
}

/** A proof as the whole sentence it stands in. Releases are read once for all their proofs. */
export function SentenceProof({ proof, terms }: { proof: Proof; terms: readonly string[] }) {
  const text = useReleaseText(proof.span ? proof.releaseId : undefined);
  if (!proof.span || !text) return <SnippetProof proof={proof} terms={terms} />;
  const { before, marked, after } = text.sentence(...proof.span);
  const inner = runsOf(marked, terms);
  return <div class="proof">
    <blockquote lang={languageOf(before + marked + after)}>
      {before}{inner.some(({ isMarked }) => isMarked) ? <Marked runs={inner} /> : <mark>{marked}</mark>}{after}
    </blockquote>
    <ProofSource proof={proof} />
  </div>;
}

const texts = new Map<number, Promise<ByteText>>();
const MOST_TEXTS = 30;

function releaseText(id: number): Promise<ByteText> {
  const known = texts.get(id);
  if (known) return known;
  if (texts.size >= MOST_TEXTS) texts.clear();
  const text = api.call('get', '/v1/releases/{id}', { path: { id }, query: { text: true } }).then((release) => new ByteText(release.text ?? ''));
  texts.set(id, text);
  text.catch(() => texts.delete(id));
  return text;
}

function useReleaseText(id: number | undefined): ByteText | undefined {
  return useResource(id === undefined ? null : `text ${id}`, () => releaseText(id ?? 0)).data;
}

/** The mark of a concept's best source, with the number of releases; its proofs on hover, focus or tap. */
export function SourceMark({ concept }: { concept: Concept }) {
  const t = useMessages(termMessages);
  const name = useSourceName();
  const [best, ...rest] = proofs(concept.terms);
  if (!best) return null;
  const count = releaseCount(concept);
  const terms = concept.terms.map(({ text }) => text);
  const { kind, name: source } = name(best);
  const label = fill(t.sourceMark, { kind, source }) + (count > 1 ? `, ${t.releases(count)}` : '');
  return <Popover label={label} mark={<><SourceIcon kind={best.kind} />{count > 1 && <span aria-hidden="true">×{count}</span>}</>}>
    {[best, ...rest].slice(0, 3).map((proof, index) => <SnippetProof key={index} proof={proof} terms={terms} />)}
  </Popover>;
}

/** A mark with something to read. It opens on hover, focus and tap, and closes with Escape (WCAG 1.4.13). */
export function Popover({ label, mark, children }: { label: string; mark: ComponentChildren; children: ComponentChildren }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const wrapper = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const wait = (open: boolean, ms: number) => { clearTimeout(timer.current); timer.current = setTimeout(() => setOpen(open), ms); };
  useEffect(() => () => clearTimeout(timer.current), []);
  return <div class="source" ref={wrapper}
    onPointerEnter={(event) => { if (event.pointerType === 'mouse') wait(true, 120); }}
    onPointerLeave={(event) => { if (event.pointerType === 'mouse') wait(false, 160); }}
    onFocusOut={(event) => { if (!wrapper.current?.contains(event.relatedTarget as Node | null)) setOpen(false); }}
    onKeyDown={(event) => { if (event.key === 'Escape' && isOpen) { event.stopPropagation(); setOpen(false); } }}>
    <button type="button" class="source-mark" aria-label={label} aria-expanded={isOpen} aria-controls={isOpen ? id : undefined}
      onFocus={(event) => { if (event.currentTarget.matches(':focus-visible')) setOpen(true); }} onClick={() => setOpen(true)}>{mark}</button>
    {isOpen && <div class="popover" id={id} role="group" aria-label={label}>{children}</div>}
  </div>;
}
