// libarchive through Swift: the members of zip archives.
#pragma once

#include <archive.h>
#include <archive_entry.h>
