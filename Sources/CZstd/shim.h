// zstd through Swift: the streaming decoder, which takes several frames one after the other.
#pragma once

#include <zstd.h>
