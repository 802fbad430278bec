import { useEffect, useRef, useState } from 'react';
import styles from './outbox.module.css';

const HEIGHT_BEFORE_LOAD = 480;

/**
 * The HTML of a mail as its reader sees it. Nothing in it runs: the frame allows no scripts and no forms, only
 * links, which open in new tabs. It is of our origin so that its height can be measured.
 */
export function HtmlPart({ title, html }: { title: string; html: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(HEIGHT_BEFORE_LOAD);
  const [loads, setLoads] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a frame that loaded has a new document
  useEffect(() => {
    const root = frame.current?.contentDocument?.documentElement;
    if (root === undefined) return;
    const observer = new ResizeObserver(() => setHeight(Math.ceil(root.getBoundingClientRect().height)));
    observer.observe(root);
    return () => observer.disconnect();
  }, [loads]);

  return (
    <iframe
      ref={frame}
      title={title}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      srcDoc={html.replace('<head>', '<head><base target="_blank">')}
      onLoad={() => setLoads(loads + 1)}
      height={height}
      className={styles.frame}
    />
  );
}
