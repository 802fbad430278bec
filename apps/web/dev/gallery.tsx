/**
 * Every component of the kit on one page, for looking at and for the accessibility test: `#kit`, and `#list`
 * for a long table with its pane. Open /dev/gallery.html on the development server.
 */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../src/design/base.css';
import { startLanguage } from '../src/messages/language.ts';
import { MessagesProvider } from '../src/messages/messages.tsx';
import { Toasts } from '../src/ui/toasts.tsx';
import { KitGallery } from './kit-gallery.tsx';
import { ListGallery } from './list-gallery.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('gallery.html has no element with the id "root".');
await startLanguage();
createRoot(root).render(
  <StrictMode>
    <MessagesProvider>
      {window.location.hash === '#list' ? <ListGallery /> : <KitGallery />}
      <Toasts />
    </MessagesProvider>
  </StrictMode>,
);
