import {
  BarController,
  BarElement,
  CategoryScale,
  Chart as Drawing,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartConfiguration,
} from 'chart.js';
import { useEffect, useRef, useSyncExternalStore } from 'react';

import css from './trend.module.css';

Drawing.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

/** A colour by what it means, such as `--fault`, as the page shows it now. */
export type Colour = (name: `--${string}`) => string;

/**
 * Draws a chart. What it shows must also be on the page in words: it is a picture, and says so.
 * @param make makes it from the colours of the page; the same function as long as it shows the same
 */
export function Chart({
  label,
  make,
}: {
  readonly label: string;
  readonly make: (colour: Colour) => ChartConfiguration;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const look = useLook();
  useEffect(() => {
    if (!canvas.current) return undefined;
    const style = getComputedStyle(document.documentElement);
    const drawing = new Drawing(
      canvas.current,
      make((name) => style.getPropertyValue(name).trim()),
    );
    return () => {
      drawing.destroy();
    };
  }, [make, look]);
  return (
    <div className={css['chart']}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}

const isDark = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

/** Changes whenever the colours of the page do. */
function useLook(): string {
  return useSyncExternalStore(
    (onChange) => {
      const watcher = new MutationObserver(onChange);
      watcher.observe(document.documentElement, { attributeFilter: ['data-theme'] });
      const system = isDark();
      system.addEventListener('change', onChange);
      return () => {
        watcher.disconnect();
        system.removeEventListener('change', onChange);
      };
    },
    () => `${document.documentElement.dataset['theme'] ?? ''} ${isDark().matches}`,
  );
}
