// All keys of the pages, in one table: the key sheet, the settings and the pages read it. A page adds its keys here.

export interface KeyCommand {
  /** The key as `KeyboardEvent.key` names it. */
  key: string;
  en: string;
  ja: string;
  /** Fixed keys move or open; they cannot be confused with typing, so they are never switched off. */
  isFixed?: boolean;
}

export interface KeyGroup {
  en: string;
  ja: string;
  commands: Readonly<Record<string, KeyCommand>>;
}

function groups<const G extends Record<string, KeyGroup>>(table: G): G { return table; }

export const keyTable = groups({
  everywhere: {
    en: 'Everywhere', ja: 'すべてのページ',
    commands: {
      help: { key: '?', en: 'Show the keys', ja: 'キーの一覧を表示' },
      search: { key: '/', en: 'Go to the look-up box', ja: '検索ボックスへ移動' },
      escape: { key: 'Escape', en: 'Close, or go back to the box', ja: '閉じる、またはボックスに戻る', isFixed: true },
    },
  },
  box: {
    en: 'In the look-up box', ja: '検索ボックス',
    commands: {
      down: { key: 'ArrowDown', en: 'Go to the results', ja: '検索結果へ移動', isFixed: true },
      open: { key: 'Enter', en: 'Open the first result', ja: '最初の結果を開く', isFixed: true },
    },
  },
  result: {
    en: 'On a result', ja: '検索結果',
    commands: {
      next: { key: 'ArrowDown', en: 'Next result', ja: '次の結果', isFixed: true },
      previous: { key: 'ArrowUp', en: 'Previous result, or the box', ja: '前の結果、またはボックス', isFixed: true },
      open: { key: 'Enter', en: 'Open the concept', ja: '概念のページを開く', isFixed: true },
      copyEnglish: { key: 'c', en: 'Copy the English', ja: '英語をコピー' },
      copyJapanese: { key: 'j', en: 'Copy the Japanese', ja: '日本語をコピー' },
      edit: { key: 'e', en: 'Edit', ja: '編集' },
      add: { key: 'a', en: 'Add a term', ja: '用語を追加' },
    },
  },
  concept: {
    en: 'On a term of a concept', ja: '概念のページの用語',
    commands: {
      next: { key: 'ArrowDown', en: 'Next term', ja: '次の用語', isFixed: true },
      previous: { key: 'ArrowUp', en: 'Previous term', ja: '前の用語', isFixed: true },
      copy: { key: 'c', en: 'Copy the term', ja: '用語をコピー' },
      accept: { key: 'a', en: 'Approve', ja: '承認' },
      edit: { key: 'e', en: 'Edit', ja: '編集' },
      reject: { key: 'r', en: 'Reject', ja: '却下' },
      forbid: { key: 'f', en: 'Forbid', ja: '使用禁止にする' },
      undo: { key: 'u', en: 'Undo the last decision', ja: '直前の操作を元に戻す' },
    },
  },
  review: {
    en: 'On the item under review', ja: '確認中の項目',
    commands: {
      accept: { key: 'a', en: 'Approve', ja: '承認' },
      edit: { key: 'e', en: 'Correct, then approve', ja: '修正して承認' },
      reject: { key: 'r', en: 'Reject', ja: '却下' },
      forbid: { key: 'f', en: 'Forbid', ja: '使用禁止にする' },
      merge: { key: 'm', en: 'Merge with another concept', ja: '別の概念と統合' },
      split: { key: 's', en: 'Split off terms', ja: '用語を分割' },
      note: { key: 'n', en: 'Add a note', ja: 'メモを追加' },
      undo: { key: 'u', en: 'Undo the last decision', ja: '直前の操作を元に戻す' },
      next: { key: 'ArrowRight', en: 'Later: go to the next item', ja: '後回しにして次へ', isFixed: true },
      later: { key: 'l', en: 'Later', ja: '後で' },
      back: { key: 'ArrowLeft', en: 'Back to the item put off last', ja: '直前に後回しにした項目へ戻る', isFixed: true },
    },
  },
  releases: {
    en: 'In the list of releases', ja: 'リリースの一覧',
    commands: {
      next: { key: 'ArrowDown', en: 'Next release', ja: '次のリリース', isFixed: true },
      previous: { key: 'ArrowUp', en: 'Previous release', ja: '前のリリース', isFixed: true },
      open: { key: 'Enter', en: 'Open the release', ja: 'リリースを開く', isFixed: true },
      remove: { key: 'Delete', en: 'Delete the release', ja: 'リリースを削除', isFixed: true },
    },
  },
  releaseItem: {
    en: 'Beside the text of a release', ja: 'リリース本文の横の一覧',
    commands: {
      next: { key: 'ArrowDown', en: 'Next item, shown in the text', ja: '次の項目（本文に表示）', isFixed: true },
      previous: { key: 'ArrowUp', en: 'Previous item', ja: '前の項目', isFixed: true },
      text: { key: 'Enter', en: 'Go to its place in the text', ja: '本文の位置へ移動', isFixed: true },
      correct: { key: 'c', en: 'Correct how it was read', ja: '読み取りを修正' },
      notAnEntry: { key: 'x', en: 'Not a term', ja: '用語ではない' },
    },
  },
  releaseText: {
    en: 'In the text of a release', ja: 'リリースの本文',
    commands: {
      select: { key: 's', en: 'Select with the arrow keys (Shift extends)', ja: '矢印キーで選択（Shiftで拡張）' },
      forward: { key: 'ArrowRight', en: 'Next character', ja: '次の文字', isFixed: true },
      back: { key: 'ArrowLeft', en: 'Previous character', ja: '前の文字', isFixed: true },
      down: { key: 'ArrowDown', en: 'Next line', ja: '次の行', isFixed: true },
      up: { key: 'ArrowUp', en: 'Previous line', ja: '前の行', isFixed: true },
      menu: { key: 'Enter', en: 'Go to the menu of the selection', ja: '選択メニューへ移動', isFixed: true },
      entry: { key: 'n', en: 'The selection is a term with its definition', ja: '選択範囲は用語と説明' },
      head: { key: 'h', en: 'The selection is the term', ja: '選択範囲は用語' },
      definition: { key: 'd', en: 'The selection is the definition', ja: '選択範囲は説明' },
      english: { key: 'e', en: 'The selection is the English', ja: '選択範囲は英語' },
      notAnEntry: { key: 'x', en: 'The term here is not a term', ja: 'ここの用語は用語ではない' },
      leave: { key: 'Escape', en: 'Stop selecting', ja: '選択をやめる', isFixed: true },
    },
  },
  tabs: {
    en: 'On tabs', ja: 'タブ',
    commands: {
      next: { key: 'ArrowRight', en: 'Next tab', ja: '次のタブ', isFixed: true },
      previous: { key: 'ArrowLeft', en: 'Previous tab', ja: '前のタブ', isFixed: true },
    },
  },
});

export type KeyGroupName = keyof typeof keyTable;
export type CommandName<G extends KeyGroupName> = keyof (typeof keyTable)[G]['commands'] & string;
