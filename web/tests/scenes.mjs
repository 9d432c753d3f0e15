// Pages and states that are photographed and examined for accessibility. A page adds its own here.

export const scenes = [
  { name: 'lookup-empty-project', path: '/' },
  { name: 'lookup-start', path: '/?project=samples', settings: { recent: ['細胞老化', 'vortex lattice', 'てんい'] } },
  { name: 'lookup-results', path: '/?project=samples&q=%E7%B4%B0%E8%83%9E%E8%80%81%E5%8C%96' },
  { name: 'lookup-two-senses', path: '/?project=samples&q=%E8%BB%A2%E7%A7%BB' },
  { name: 'lookup-nothing', path: '/?project=samples&q=qqqq' },
];
