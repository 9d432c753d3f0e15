// Pages and states that are photographed and examined for accessibility. A page adds its own here.

export const scenes = [
  { name: 'lookup-empty-project', path: '/' },
  { name: 'lookup-start', path: '/?project=samples', settings: { recent: ['細胞老化', 'vortex lattice', 'てんい'] } },
  { name: 'lookup-results', path: '/?project=samples&q=%E7%B4%B0%E8%83%9E%E8%80%81%E5%8C%96' },
  { name: 'lookup-two-senses', path: '/?project=samples&q=%E8%BB%A2%E7%A7%BB' },
  { name: 'lookup-nothing', path: '/?project=samples&q=qqqq' },
  { name: 'releases-list', path: '/releases?project=samples' },
  { name: 'releases-empty', path: '/releases' },
  { name: 'release-text', path: '/releases/5?project=samples' },
  { name: 'release-place', path: '/releases/1?project=samples&at=2201-2223' },
  { name: 'release-facts', path: '/releases/6?project=samples&tab=facts' },
  { name: 'release-candidates', path: '/releases/5?project=samples&tab=candidates' },
  { name: 'release-corrections', path: '/releases/5?project=samples&tab=corrections' },
  { name: 'release-doubts', path: '/releases/5?project=samples&tab=doubts' },
  { name: 'release-missing', path: '/releases/99999?project=samples' },
];
