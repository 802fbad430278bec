import { marked, type Token, type Tokens } from 'marked';
import { type ReactNode, useMemo } from 'react';
import { isPageOfServer } from '../../app/server-pages.ts';
import { Link } from '../../ui/link.tsx';
import styles from './markdown.module.css';

export interface MarkdownProps {
  text: string;
  /** Of the article's own sections (`##`). */
  headingLevel: 2 | 4;
  /** Where links to other articles lead. */
  addressOf: (slug: string) => string;
}

/**
 * An article as elements, never as HTML: what a text holds of markup of any other kind is shown as the text that it
 * is, and a link leads to a page of ours or to `https:`.
 */
export function Markdown({ text, headingLevel, addressOf }: MarkdownProps) {
  const tokens = useMemo(() => marked.lexer(text), [text]);
  return <div className={styles.text}>{nodesOf(tokens, { headingLevel, addressOf })}</div>;
}

type Surroundings = Pick<MarkdownProps, 'headingLevel' | 'addressOf'>;

function nodesOf(tokens: readonly Token[] | undefined, at: Surroundings): ReactNode[] {
  // biome-ignore lint/suspicious/noArrayIndexKey: a parsed text does not change its order
  return (tokens ?? []).map((token, index) => <Node key={index} token={token} at={at} />);
}

function Node({ token, at }: { token: Token; at: Surroundings }): ReactNode {
  switch (token.type) {
    case 'space':
      return null;
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      const Heading = `h${Math.min(6, at.headingLevel + Math.max(0, depth - 2))}` as 'h2';
      return <Heading>{nodesOf(tokens, at)}</Heading>;
    }
    case 'paragraph':
      return <p>{nodesOf(token.tokens, at)}</p>;
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      const List = ordered ? 'ol' : 'ul';
      return (
        <List>
          {items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <li key={index}>{nodesOf(item.tokens, at)}</li>
          ))}
        </List>
      );
    }
    case 'table':
      return <Table table={token as Tokens.Table} at={at} />;
    case 'strong':
      return <strong>{nodesOf(token.tokens, at)}</strong>;
    case 'em':
      return <em>{nodesOf(token.tokens, at)}</em>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'code':
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      );
    case 'blockquote':
      return <blockquote>{nodesOf(token.tokens, at)}</blockquote>;
    case 'br':
      return <br />;
    case 'link':
      return (
        <ArticleLink href={(token as Tokens.Link).href} addressOf={at.addressOf}>
          {nodesOf(token.tokens, at)}
        </ArticleLink>
      );
    case 'text':
      return token.tokens === undefined ? token.text : nodesOf(token.tokens, at);
    default:
      return 'text' in token ? String(token.text) : null;
  }
}

function Table({ table, at }: { table: Tokens.Table; at: Surroundings }) {
  return (
    <table>
      <thead>
        <tr>
          {table.header.map((cell, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a parsed text does not change its order
            <th key={index} scope="col">
              {nodesOf(cell.tokens, at)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a parsed text does not change its order
          <tr key={index}>
            {row.map((cell, column) => {
              const Cell = column === 0 ? 'th' : 'td';
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a parsed text does not change its order
                <Cell key={column} scope={column === 0 ? 'row' : undefined}>
                  {nodesOf(cell.tokens, at)}
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const ARTICLE = /^\/help\/([a-z0-9-]+)$/;

function ArticleLink({
  href,
  addressOf,
  children,
}: {
  href: string;
  addressOf: MarkdownProps['addressOf'];
  children: ReactNode[];
}) {
  const slug = ARTICLE.exec(href)?.[1];
  const address = slug === undefined ? href : addressOf(slug);
  if (slug !== undefined || isPageOfServer(href)) {
    return (
      <Link href={address} variant="underlined">
        {children}
      </Link>
    );
  }
  if (!href.startsWith('https://')) return <>{children}</>;
  return (
    <Link href={href} variant="underlined" target="_blank" rel="noreferrer">
      {children}
    </Link>
  );
}
