import { backButtonTests } from './back-button.ts';

backButtonTests('on');
