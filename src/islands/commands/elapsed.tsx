import { useEffect, useState } from 'react';

/** Seconds before which nobody wonders how long something takes. */
const FROM_S = 3;

/** The seconds since it was first drawn, from a few on. Not spoken: a screen reader would say each of them. */
export function Elapsed() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const began = performance.now();
    const count = () => setSeconds(Math.floor((performance.now() - began) / 1000));
    const timer = setInterval(count, 500);
    return () => clearInterval(timer);
  }, []);
  if (seconds < FROM_S) return null;
  return (
    <span className="pw-wait-seconds" aria-hidden="true">
      {seconds} s
    </span>
  );
}
