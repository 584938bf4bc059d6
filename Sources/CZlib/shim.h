// zlib through Swift: inflateInit2 is a macro that names the version and the size of the stream.
#pragma once

#include <zlib.h>

// 15 bits of window, and 32 to take gzip and zlib headers alike.
static inline int tl_inflate_start(z_stream *stream) { return inflateInit2(stream, 15 + 32); }
