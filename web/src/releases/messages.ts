// Words that the list of releases and the page of a release share.

import { catalogue } from '../messages/catalogue';

export const releaseMessages = catalogue({
  releases: 'Releases',
  terms: (n: number) => n === 0 ? 'No terms' : n === 1 ? '1 term' : `${n} terms`,
  comma: ', ',
  withEnglish: (n: number) => `${n} with English`,
  doubts: (n: number) => n === 1 ? '1 doubt' : `${n} doubts`,
  reviewThem: (minutes: number) => `Review them (${minutes} min)`,
  remove: 'Delete',
  removeTitle: 'Delete this release?',
  removeText: 'What was read from it goes with it, and terms that nothing else supports. Decisions people made stay. This cannot be undone.',
  removed: 'Deleted {name}',
}, {
  releases: 'リリース',
  terms: (n) => n === 0 ? '用語なし' : `用語${n}件`,
  comma: '、',
  withEnglish: (n) => `英語あり${n}件`,
  doubts: (n) => `要確認${n}件`,
  reviewThem: (minutes) => `用語を確認する（約${minutes}分）`,
  remove: '削除',
  removeTitle: 'このリリースを削除しますか？',
  removeText: '読み取った内容と、ほかに根拠のない用語も削除されます。これまでの判断は残ります。この操作は元に戻せません。',
  removed: '{name} を削除しました',
});
