// The shell around all pages: header, banner, the page of the address, messages, key sheet.

import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { session } from '../api/session';
import { locale, useMessages } from '../messages/catalogue';
import { common } from '../messages/common';
import { usePageKeys } from '../keys/handler';
import { isKeySheetOpen, KeySheet } from '../keys/sheet';
import { address, navigate } from '../router/address';
import { Link } from '../router/link';
import { matchRoute } from '../router/match';
import type { PageProps, Route } from '../routes';
import { useStore } from '../state/store';
import { Announcer } from './announcer';
import { Banner } from './banner';
import { Header } from './header';
import { Failure, Loading, PageFrame } from './states';
import { Toasts } from './toasts';

export function App() {
  useStore(locale);
  const t = useMessages(common);
  usePageKeys('everywhere', {
    help: () => isKeySheetOpen.set(true),
    search: () => {
      const box = document.querySelector<HTMLElement>('[data-search-box]');
      if (box) box.focus();
      else navigate('/');
    },
  });
  return <>
    <a href="#content" class="skip" onClick={(event) => { event.preventDefault(); document.getElementById('content')?.focus(); }}>{t.skip}</a>
    <Header />
    <Banner />
    <main id="content" tabIndex={-1}><Outlet /></main>
    <Toasts />
    <KeySheet />
    <Announcer />
  </>;
}

type LoadedPage = { route: Route; Page: ComponentType<PageProps> } | { route: Route; error: unknown };

function Outlet() {
  const url = useStore(address);
  const current = useStore(session);
  const match = matchRoute(url.pathname);
  const [loaded, setLoaded] = useState<LoadedPage>();
  const route = match?.route;
  const needsLogIn = current?.role === null && url.pathname !== '/login';
  useEffect(() => {
    if (!needsLogIn) return;
    navigate(`/login?to=${encodeURIComponent(url.pathname + url.search)}`, { replace: true, keepsProject: false });
  }, [needsLogIn]);
  useEffect(() => {
    if (!route) return;
    let isCurrent = true;
    route.load().then(
      (module) => { if (isCurrent) setLoaded({ route, Page: module.default }); },
      (error: unknown) => { if (isCurrent) setLoaded({ route, error }); },
    );
    return () => { isCurrent = false; };
  }, [route]);
  if (!match) return <NotFound />;
  if (needsLogIn || !loaded || loaded.route !== route) return <Loading />;
  if ('error' in loaded) return <Failure error={loaded.error} retry={() => location.reload()} />;
  return <loaded.Page key={url.pathname} parameters={match.parameters} />;
}

function NotFound() {
  const t = useMessages(common);
  return <PageFrame title={t.notFoundTitle} class="narrow"><p>{t.notFoundText}</p><p><Link to="/">{t.goToLookup}</Link></p></PageFrame>;
}
