import { type Html, html, trusted } from './html.ts';
import type { Block, Letter, LicenseLines } from './letter.ts';

/** More license IDs than these are written one a line: some mail programs cut a message off at 100 KB. */
const ROOMY_LIST = 30;

const FONT = "font-family:'Segoe UI',system-ui,-apple-system,Roboto,Helvetica,Arial,sans-serif;";

// Mail programs that know no style sheet still get the light colours, which every element carries itself.
const DARK = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    .page { background: #1f1f1f !important; }
    .card { background: #292929 !important; border-color: #525252 !important; }
    .text { color: #ffffff !important; }
    .quiet { color: #b8bab9 !important; }
    .line { border-color: #525252 !important; }
    .aside { background: #1f1f1f !important; border-color: #2f6b71 !important; }
    .link { color: #8ac1c7 !important; }
    .button { background: #07626a !important; }
    .added { color: #7fd1a0 !important; }
    .removed { color: #f1a8a2 !important; }
  }
  @media (max-width: 480px) {
    .card { border-left: 0 !important; border-right: 0 !important; border-radius: 0 !important; padding: 24px 20px !important; }
    .page { padding: 0 !important; }
    .button { display: block !important; text-align: center !important; }
  }
`;

const STYLE = {
  paragraph: 'margin:0 0 16px;font-size:16px;line-height:24px;color:#242424;',
  heading: 'margin:24px 0 12px;font-size:18px;line-height:26px;font-weight:600;color:#242424;',
  quiet: 'margin:0 0 16px;font-size:14px;line-height:20px;color:#5b5d5c;',
} as const;

/**
 * Writes a letter as one HTML document: a single column of at most 600 px, without images, for light and dark.
 *
 * Nothing in it is fetched or reports back that it was read.
 */
export function letterAsHtml(letter: Letter): string {
  return html`<!doctype html>
<html lang="${letter.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${letter.subject}</title>
<style>${trusted(DARK)}</style>
</head>
<body class="page" style="margin:0;padding:24px 12px;background:#f7f7f5;${FONT}">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all;">${letter.preheader}${trusted(' &#847;&zwnj;'.repeat(60))}</div>
<div style="max-width:600px;margin:0 auto;">
<div class="card" style="padding:32px;background:#ffffff;border:1px solid #e3e3df;border-radius:12px;overflow-wrap:anywhere;">
<p class="quiet" style="${STYLE.quiet}font-weight:600;">${letter.masthead}</p>
<h1 class="text" style="margin:0 0 20px;font-size:24px;line-height:32px;font-weight:600;color:#242424;">${letter.heading}</h1>
<p class="text" style="${STYLE.paragraph}">${letter.greeting}</p>
${letter.blocks.map(blockAsHtml)}
<p class="quiet line" style="margin:28px 0 0;padding-top:16px;border-top:1px solid #e3e3df;font-size:14px;line-height:20px;color:#5b5d5c;">${letter.footer}</p>
</div>
</div>
</body>
</html>
`.toString();
}

function blockAsHtml(block: Block): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p class="text" style="${STYLE.paragraph}">${block.text}</p>\n`;
    case 'heading':
      return html`<h2 class="text" style="${STYLE.heading}">${block.text}</h2>\n`;
    case 'button':
      return html`<p style="margin:24px 0 16px;"><a class="button" href="${block.url}" style="display:inline-block;padding:14px 28px;background:#0a6e76;border-radius:6px;font-size:16px;line-height:24px;font-weight:600;color:#ffffff;text-decoration:none;">${block.label}</a></p>
<p class="quiet" style="${STYLE.quiet}">${block.instead}<br><a class="link" href="${block.url}" style="color:#07626a;word-break:break-all;">${block.url}</a></p>\n`;
    case 'licenses': {
      const licenseAsHtml = block.licenses.length > ROOMY_LIST ? licenseAsLine : licenseAsEntry;
      return html`<div class="line" style="margin:0 0 20px;border-bottom:1px solid #e3e3df;">
${block.licenses.map(licenseAsHtml)}</div>\n`;
    }
    case 'aside':
      return html`<div class="aside" style="margin:24px 0 16px;padding:16px 20px 1px;background:#ddf1f2;border-left:4px solid #0a6e76;border-radius:6px;">
<h2 class="text" style="${STYLE.heading}margin-top:0;">${block.heading}</h2>
${block.paragraphs.map((text) => html`<p class="text" style="${STYLE.paragraph}">${text}</p>\n`)}</div>\n`;
  }
}

function licenseAsEntry({ licenseId, name, lines }: LicenseLines): Html {
  return html`<div class="line" style="padding:12px 0;border-top:1px solid #e3e3df;">
<div class="text" style="font-size:16px;line-height:24px;font-weight:600;color:#242424;">${licenseId}</div>
<div class="quiet" style="font-size:14px;line-height:20px;color:#5b5d5c;">${name}</div>
${lines.map(
  ({ kind, text }) =>
    html`<div class="${LINE_CLASS[kind]}" style="margin-top:4px;font-size:16px;line-height:24px;color:${LINE_COLOUR[kind]};">${text}</div>\n`,
)}</div>\n`;
}

function licenseAsLine({ licenseId, name, lines }: LicenseLines): Html {
  const says = [name, ...lines.map(({ text }) => text)].join('. ');
  return html`<div class="text" style="margin:0 0 8px;font-size:14px;line-height:20px;color:#242424;"><b>${licenseId}</b> ${says}</div>\n`;
}

const LINE_CLASS = { plain: 'text', added: 'added', removed: 'removed' } as const;
const LINE_COLOUR = { plain: '#242424', added: '#0b5a31', removed: '#9a1f18' } as const;
