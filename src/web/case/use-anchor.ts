import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Goes to what the address names once it is there: the page comes after its address. */
export function useAnchor(): void {
  const hash = useRouterState({ select: ({ location }) => location.hash });
  useEffect(() => {
    if (hash !== '') document.getElementById(hash)?.scrollIntoView();
  }, [hash]);
}
