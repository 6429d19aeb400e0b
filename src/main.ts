import { applyTheme } from './app/start/apply-theme';
import { reloadFromBackForwardCache } from './app/start/back-forward-cache';
import { LandingPage } from './app/start/landing-page';
import { pageLoad } from './app/start/page-load';
import { PreloadLinks } from './app/start/preload-links';
import { Starter } from './app/start/starter';

/**
 * Decides what this page load needs, and loads only that. tools/finish-build.ts inlines this script into every page, so
 * it must share no module with another chunk, which would be one more request.
 */
const load = pageLoad(window);
const links = new PreloadLinks(document);
const starter = new Starter(window, load, links);

applyTheme(window);
reloadFromBackForwardCache(window);
links.preloadOnIntent();
if (load === 'landing') new LandingPage(window, starter).connect();
else void starter.startApp();
