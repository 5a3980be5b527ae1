import { config } from 'zod';

// The page's policy forbids making code of texts; a try would be told as an attack in the reader's console. Before any shape is made.
config({ jitless: true });
