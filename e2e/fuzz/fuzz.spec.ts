import { fuzzTests } from './fuzz-tests.ts';

fuzzTests('as shipped');
