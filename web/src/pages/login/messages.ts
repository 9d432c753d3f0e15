// Messages of the log-in page.

import { catalogue } from '../../messages/catalogue';

export const messages = catalogue({
  title: 'Log in',
  intro: 'This server asks for a token. An administrator can make one for you, or send you a link that logs you in.',
  token: 'Token',
  hint: 'It begins with tyk_',
  working: 'Logging in …',
  already: 'You are logged in.',
}, {
  title: 'ログイン',
  intro: 'このサーバーの利用にはトークンが必要です。管理者に発行を依頼するか、届いたログイン用リンクを開いてください。',
  token: 'トークン',
  hint: 'tyk_ で始まる文字列です',
  working: 'ログインしています…',
  already: 'ログイン済みです。',
});
