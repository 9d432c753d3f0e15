// Messages of the extension come in; the panel's page goes out. Text is only ever set as text: nothing of a document or a
// term base is read as markup.
import type { Finding, MemoryMatch, SuggestedConcept, TermOccurrence } from '../shapes';
import type { FromPanel, ToPanel } from './messages';
import { runs } from './steps';

declare function acquireVsCodeApi(): { postMessage(message: FromPanel): void };

const editor = acquireVsCodeApi();
const root = document.getElementById('segment') as HTMLElement;

const MARKS: Record<string, string> = { error: '✖', warning: '▲', information: 'ℹ', hint: '·' };

type Child = Node | string | undefined;

function make(name: string, attributes: Record<string, string> = {}, ...children: Child[]): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.filter((child): child is Node | string => child !== undefined));
  return element;
}

function button(label: string, title: string, message: FromPanel): HTMLElement {
  const element = make('button', { type: 'button', title }, label);
  element.addEventListener('click', () => editor.postMessage(message));
  return element;
}

function section(title: string, count: number, empty: string, items: HTMLElement[]): HTMLElement {
  const body = items.length > 0 ? make('ol', {}, ...items) : make('p', { class: 'none' }, empty);
  return make('section', {}, make('h2', {}, title, make('span', { class: 'count' }, String(count))), body);
}

function match(found: MemoryMatch, number: number, segment: string): HTMLElement {
  const source = make('p', { class: 'source', lang: 'und' });
  for (const run of runs(found.source, segment, found.diff)) {
    if (run.kind === 'same') source.append(run.text);
    else source.append(make(run.kind === 'gone' ? 'del' : 'ins', {}, run.text));
  }
  const target = found.repaired?.target ?? found.target;
  const facts = [found.class, found.review, found.origin, found.created_at?.slice(0, 10)].filter((fact) => fact);
  const penalties = found.penalties.map((penalty) => make('li', {}, `−${penalty.points} ${penalty.reason}`));
  return make('li', { class: 'match' },
    make('div', { class: 'head' },
      make('strong', { class: 'score' }, `${found.repaired?.score ?? found.score}\u202f%`),
      make('span', { class: 'facts' }, facts.join(' · ')),
      button('Insert', `Put this translation into the document (match ${number + 1})`, { kind: 'match', number })),
    source,
    make('p', { class: 'target' }, target),
    found.repaired ? make('p', { class: 'note' }, `Numbers or terms put in; remembered: ${found.target}`) : undefined,
    penalties.length > 0 ? make('ul', { class: 'note' }, ...penalties) : undefined);
}

function term(found: TermOccurrence, concepts: SuggestedConcept[]): HTMLElement {
  const suggested = concepts.find((one) => one.concept.id === found.concept_id);
  const definition = suggested?.concept.definitions[0];
  const proof = (suggested?.concept.terms ?? []).flatMap((one) => one.evidence).filter((one) => one.snippet !== null && one.snippet !== undefined);
  const rows = (suggested?.translations ?? []).map((offer) => {
    const use = offer.usage === 'forbidden' || offer.usage === 'deprecated';
    const releases = offer.releases > 0 ? `${offer.releases} release${offer.releases > 1 ? 's' : ''}` : '';
    const facts = [offer.usage, offer.review, releases].filter((fact) => fact !== '').join(' · ');
    return make('li', use ? { class: 'avoid' } : {},
      use ? make('s', {}, offer.text) : button(offer.text, 'Put this at the cursor', { kind: 'term', text: offer.text }),
      make('span', { class: 'facts' }, use ? `do not use · ${facts}` : facts));
  });
  return make('li', { class: found.nested ? 'term nested' : 'term' },
    make('p', {}, make('strong', {}, found.text), found.nested ? make('span', { class: 'facts' }, 'inside a longer term') : undefined),
    rows.length > 0 ? make('ul', {}, ...rows) : make('p', { class: 'none' }, 'no translation yet'),
    definition === undefined && proof.length === 0 ? undefined : make('details', {},
      make('summary', {}, 'Definition and proof'),
      definition === undefined ? undefined : make('p', {}, definition.text, make('cite', {}, definition.source)),
      ...proof.slice(0, 5).map((one) => make('blockquote', {}, one.snippet ?? '', make('cite', {}, `${one.source} · ${one.method}`)))));
}

/** A message, whose words from a document stand in backticks. */
function told(message: string): Child[] {
  return message.split('`').map((part, at) => (at % 2 === 1 ? make('code', {}, part) : part));
}

function finding(found: Finding): HTMLElement {
  return make('li', { class: `finding ${found.severity}` },
    make('span', { class: 'mark', 'aria-hidden': 'true' }, MARKS[found.severity] ?? '·'),
    make('span', { class: 'word' }, found.severity), ' ', ...told(found.message),
    make('span', { class: 'facts' }, found.rule));
}

function show(message: ToPanel): void {
  if (message.kind === 'nothing') {
    root.replaceChildren(make('p', { class: 'none' }, message.reason));
    return;
  }
  const { unit, assist } = message;
  root.replaceChildren(
    make('p', { class: 'segment', lang: unit.source_lang }, unit.source.text),
    assist.findings.length > 0 ? section('Findings', assist.findings.length, '', assist.findings.map(finding)) : '',
    section('Matches', assist.matches.length,
      assist.complete ? 'Nothing like this segment is in the memory.' : 'Nothing found yet; the memory is being read.',
      assist.matches.map((found, number) => match(found, number, unit.source.text))),
    section('Terms', assist.terms.length, 'No known term is in this segment.', assist.terms.map((found) => term(found, assist.concepts))),
  );
}

window.addEventListener('message', (event: MessageEvent<ToPanel>) => show(event.data));
editor.postMessage({ kind: 'ready' });
