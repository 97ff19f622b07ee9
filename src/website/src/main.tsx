import { render } from 'preact';
import { App } from './app/App';
import { navigate, startRouter } from './app/router';
import { locale, preferredLocale, setLocale } from './texts/i18n';
import './styles/index.css';

const root = document.getElementById('root');

/** The key makes everything that is shown be said again in the other language. */
function draw() {
  if (root) render(<App key={locale()} onLanguage={() => void switchLanguage()} />, root);
}

async function switchLanguage() {
  const next = locale() === 'ar' ? 'en' : 'ar';
  await setLocale(next);
  const query = new URLSearchParams(location.search);
  query.delete('lang');
  navigate(location.pathname + (query.toString() ? `?${query}` : '') + location.hash, 'quiet');
  draw();
}

startRouter();
// Without the English texts (a lost connection) the site still speaks Arabic.
setLocale(preferredLocale()).then(draw, draw);
