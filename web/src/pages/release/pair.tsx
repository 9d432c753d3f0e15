// A release and its version in the other language side by side, by segment.

import { useMessages } from '../../messages/catalogue';
import { Message } from '../../messages/message';
import type { ReleaseSegment, ReleaseSegments } from '../../releases/release';
import { Link } from '../../router/link';
import { languageOf } from '../../terms/text';
import { Certainty } from './items';
import { messages } from './messages';

interface PairProps {
  releaseId: number;
  answer: ReleaseSegments;
  onShow(characters: readonly number[]): void;
}

export function SideBySide({ releaseId, answer: { pair, segments }, onShow }: PairProps) {
  const t = useMessages(messages);
  return <section class="side-by-side" aria-label={t.viewPair}>
    <p class="muted small">{t.segmentsCount(segments.length)} · {pair
      ? <Message text={t.pairedWith} values={{ name: <Link to={`/releases/${pair.id}`} lang={languageOf(pair.name)}>{pair.name}</Link> }} /> : t.selfPaired}</p>
    {segments.length === 0 ? <p>{t.segmentsNone}</p> : <ol>{segments.map((segment) => {
      const place = ownPlace(segment, releaseId);
      return <li key={segment.id} class="pair side-segment">
        <div lang="ja">{segment.source}</div>
        <div lang="en">{segment.target}</div>
        <span class="proof-source">{segment.review === 'approved' ? <span class="mark-status is-approved"><span class="sign" aria-hidden="true">✓</span>{t.reviewed}</span> : <Certainty value={segment.confidence} />}
          {place && <button type="button" class="link-button" onClick={() => onShow(place)}>{t.segmentsShow}</button>}</span>
      </li>;
    })}</ol>}
  </section>;
}

/** Where this release prints one side of a segment. */
function ownPlace(segment: ReleaseSegment, releaseId: number): readonly number[] | null {
  if (segment.source_span_chars && segment.source_release_id === releaseId) return segment.source_span_chars;
  return segment.target_span_chars && segment.target_release_id === releaseId ? segment.target_span_chars : null;
}
