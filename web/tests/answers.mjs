// Answers in the shapes of the API, for routes that the server of the tests may be too old for.

export const COVERAGE = {
  heads: { heads: 56, with_english: 53, by: [{ by: 'document', heads: 44 }, { by: 'other_release', heads: 4 }, { by: 'person', heads: 3 }, { by: 'import', heads: 0 }, { by: 'starter', heads: 2 }, { by: 'none', heads: 3 }] },
  fields: [
    { field: 'life-sciences', terms: 482, with_english: 480, approved: 120 }, { field: null, terms: 85, with_english: 79, approved: 12 },
    { field: 'physics', terms: 291, with_english: 291, approved: 0 }, { field: '=1+1', terms: 3, with_english: 0, approved: 0 },
  ],
  releases: [
    { release_id: 1, name: 'cancer-metastasis.html', date: '2026-06-24', heads: 6, with_english: 6 },
    { release_id: 2, name: '二酸化炭素からエチレンを.txt', date: null, heads: 8, with_english: 5 },
  ],
};

export const TABLE_PREVIEW = {
  columns: ['ja', 'reading', 'en', 'field', 'usage', 'definition'],
  rows: Array.from({ length: 20 }, (_, index) => [`量子もつれ${index}`, 'りょうしもつれ', 'quantum entanglement', 'physics', 'preferred', index % 3 === 0 ? '離れた粒子が、一つの量子状態を分け合うこと。測定の結果に強い相関が現れる。' : '']),
  text: null, more: true,
};

/** Answers a route of the server with this. */
export const answer = (page, path, json) => page.route(path, (route) => route.fulfill({ json }));
