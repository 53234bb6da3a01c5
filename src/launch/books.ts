// The file that the thread for books starts.

import { bindBooks } from '../io/bind-book.ts'

bindBooks()
