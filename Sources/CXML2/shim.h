/* Debian's libxml2 would bring ICU's headers along, which Foundation has a copy of its own of. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
