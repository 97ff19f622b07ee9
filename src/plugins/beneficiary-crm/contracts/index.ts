export * from './vocabulary';
export * from './common';
export * from './website';
export * from './admin';
export * from './reception';
export * from './appointments';
export * from './registry';
export * from './transfer';
