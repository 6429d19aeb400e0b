import { backButtonTests } from './back-button.ts';

backButtonTests('off');
