// libxml2 through Swift: the parser that reports events.
#pragma once

// From 2.12 on libxml2 discourages fields that earlier versions offer no function for. They are still
// there; without this the warnings would be errors in Swift.
#define XML_DEPRECATED
#define XML_DEPRECATED_MEMBER

// Where libxml2 converts encodings by ICU, its headers bring in those of the system's ICU, which clash
// with those of Foundation. What depends on it is a field of a structure that is not used here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

// The handler of errors that belong to no parser, which is kept for each thread.
static inline xmlStructuredErrorFunc tl_xml_handler(void) { return xmlStructuredError; }
static inline void *tl_xml_handler_context(void) { return xmlStructuredErrorContext; }

// A macro that Swift cannot see.
static inline unsigned int tl_xml_sax2(void) { return XML_SAX2_MAGIC; }
