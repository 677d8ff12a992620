import { useEffect, useState } from 'react';

/** A value that follows another one as soon as it has been still for so many milliseconds. */
export function useDelayed<Value>(value: Value, delayMs: number): Value {
  const [still, setStill] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setStill(value);
    }, delayMs);
    return () => {
      clearTimeout(timer);
    };
  }, [value, delayMs]);
  return still;
}
