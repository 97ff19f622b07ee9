export { PersonSearch } from './PersonSearch';
