#include <sqlite3.h>

/// Has SQLite keep no sum of its memory, for which every allocation on every thread takes one lock. To be called before
/// anything else is asked of SQLite; later it does nothing. Here because Swift cannot call a variadic function.
static inline void kollegium_sqlite_without_memory_statistics(void) {
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
