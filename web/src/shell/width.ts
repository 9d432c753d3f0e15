// Whether there is room for two columns.

import { useLayoutEffect, useState } from 'preact/hooks';

const wide = matchMedia('(min-width: 960px)');

export function useIsWide(): boolean {
  const [isWide, setWide] = useState(wide.matches);
  useLayoutEffect(() => {
    const update = () => setWide(wide.matches);
    wide.addEventListener('change', update);
    return () => wide.removeEventListener('change', update);
  }, []);
  return isWide;
}
