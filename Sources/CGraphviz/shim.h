// What of Graphviz Swift cannot see by itself: macros, and functions whose types differ between
// Graphviz 2.43 (Debian 12) and 14. Strings come in as const here and lose it where an older header
// has no const; none of these functions writes to them.

#pragma once

#include <dlfcn.h>
#include <graphviz/gvc.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

// The length of a rendering is written through `unsigned *` up to Graphviz 11 and through `size_t *` from 12.
typedef union {
  unsigned int narrow;
  size_t wide;
} tl_length;

typedef int (*tl_render_narrow)(GVC_t *, graph_t *, const char *, char **, unsigned int *);
typedef int (*tl_render_wide)(GVC_t *, graph_t *, const char *, char **, size_t *);

static inline int tl_render(
    GVC_t *context, graph_t *graph, const char *format, char **data, size_t *length) {
  tl_length written = {.wide = 0};
  int status = ((tl_render_wide)(void *)&gvRenderData)(
      context, graph, format, data, (size_t *)(void *)&written);
  *length = _Generic(&gvRenderData, tl_render_narrow: (size_t)written.narrow, default: written.wide);
  return status;
}

// Messages of libcgraph and libgvc.

static inline void tl_catch_messages(int (*handler)(char *)) {
  agseterrf(handler);
  agseterr(AGWARN);
}

// The state of the C library's random numbers with which a process begins; layouts that draw places use it.
static inline void tl_restart_random(void) {
  srand(1);
  srand48(0x1234ABCD);
}

// Reading.

static inline Agraph_t *tl_read(const char *text) {
  agreseterrors();
  agsetfile(NULL);
  agreadline(1);
  return agmemread(text);
}

static inline int tl_is_html(const char *value) { return aghtmlstr((char *)value) != 0; }
static inline int tl_is_directed(Agraph_t *graph) { return agisdirected(graph) != 0; }
static inline int tl_is_strict(Agraph_t *graph) { return agisstrict(graph) != 0; }

// Objects. Sequence numbers grow in the order in which the text first names the objects.

static inline unsigned tl_graph_sequence(Agraph_t *graph) { return AGSEQ(graph); }
static inline unsigned tl_edge_sequence(Agedge_t *edge) { return AGSEQ(edge); }
static inline Agnode_t *tl_tail(Agedge_t *edge) { return AGTAIL(edge); }
static inline Agnode_t *tl_head(Agedge_t *edge) { return AGHEAD(edge); }
static inline int tl_has_node(Agraph_t *graph, Agnode_t *node) {
  return agsubnode(graph, node, 0) != NULL;
}
static inline int tl_has_edge(Agraph_t *graph, Agedge_t *edge) {
  return agsubedge(graph, edge, 0) != NULL;
}

// Attributes. The graph may be NULL: then the default holds for every graph read later.

static inline Agsym_t *tl_attribute(Agraph_t *graph, int kind, const char *name) {
  return agattr(graph, kind, (char *)name, NULL);
}
static inline Agsym_t *tl_set_default(
    Agraph_t *graph, int kind, const char *name, const char *value) {
  return agattr(graph, kind, (char *)name, (char *)value);
}
static inline const char *tl_value(void *object, Agsym_t *attribute) {
  return agxget(object, attribute);
}
static inline void tl_set_value(void *object, Agsym_t *attribute, const char *value) {
  agxset(object, attribute, (char *)value);
}

// Results of a layout, in points with the origin at the lower left; sizes of nodes are in inches.

static inline boxf tl_bounds(Agraph_t *graph) { return GD_bb(graph); }
static inline pointf tl_node_center(Agnode_t *node) { return ND_coord(node); }
static inline double tl_node_width(Agnode_t *node) { return ND_width(node); }
static inline double tl_node_height(Agnode_t *node) { return ND_height(node); }
static inline size_t tl_spline_count(Agedge_t *edge) {
  return ED_spl(edge) == NULL ? 0 : (size_t)ED_spl(edge)->size;
}
static inline size_t tl_spline_length(Agedge_t *edge, size_t spline) {
  return (size_t)ED_spl(edge)->list[spline].size;
}
static inline pointf tl_spline_point(Agedge_t *edge, size_t spline, size_t point) {
  return ED_spl(edge)->list[spline].list[point];
}
static inline int tl_spline_has_start(Agedge_t *edge, size_t spline) {
  return ED_spl(edge)->list[spline].sflag != 0;
}
static inline pointf tl_spline_start(Agedge_t *edge, size_t spline) {
  return ED_spl(edge)->list[spline].sp;
}
static inline int tl_spline_has_end(Agedge_t *edge, size_t spline) {
  return ED_spl(edge)->list[spline].eflag != 0;
}
static inline pointf tl_spline_end(Agedge_t *edge, size_t spline) {
  return ED_spl(edge)->list[spline].ep;
}
static inline int tl_has_edge_label(Agedge_t *edge) {
  return ED_label(edge) != NULL && ED_label(edge)->set;
}
static inline pointf tl_edge_label_center(Agedge_t *edge) { return ED_label(edge)->pos; }

// Processes.

// Lets this process be killed when its parent dies. prctl takes a list of arguments of any length, which Swift
// does not call. Elsewhere than on Linux the limit of time must do.
static inline void tl_end_with_parent(void) {
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
}

// The layout fdp gives each edge of its inner graph the direction of rising addresses, and fonts are loaded by threads
// that leave holes in the heap: of a hundred runs some made another picture. From here on objects of graphs
// lie one after the other; memory comes back when the graph is closed. For a process that draws one picture and has read
// none. Graphviz 8 and later have no such table any more, and then nothing changes.

typedef struct tl_block {
  struct tl_block *next;
  size_t used, size;
} tl_block;

static inline void *tl_heap_open(void *discipline) {
  (void)discipline;
  return calloc(1, sizeof(tl_block *));
}

static inline void *tl_heap_take(void *heap, size_t length) {
  tl_block **first = (tl_block **)heap, *block = *first;
  const size_t head = (sizeof(tl_block) + 15) & ~(size_t)15, block_size = (size_t)8 << 20;
  if (length > SIZE_MAX / 2) return NULL;
  length = (length + 15) & ~(size_t)15;
  if (block == NULL || block->size - block->used < length) {
    size_t size = head + length > block_size ? head + length : block_size;
    block = (tl_block *)mmap(
        NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0);
    if (block == MAP_FAILED) return NULL;
    *block = (tl_block){.next = *first, .used = head, .size = size};
    *first = block;
  }
  block->used += length;
  return (char *)block + (block->used - length);
}

static inline void *tl_heap_resize(void *heap, void *old, size_t had, size_t length) {
  if (old != NULL && length <= had) return old;
  void *taken = tl_heap_take(heap, length);
  if (taken != NULL && old != NULL) memcpy(taken, old, had);
  return taken;
}

static inline void tl_heap_free(void *heap, void *object) {
  (void)heap;
  (void)object;
}

static inline void tl_heap_close(void *heap) {
  for (tl_block *block = *(tl_block **)heap; block != NULL;) {
    tl_block *next = block->next;
    munmap(block, block->size);
    block = next;
  }
  free(heap);
}

typedef struct {
  void *(*open)(void *);
  void *(*take)(void *, size_t);
  void *(*resize)(void *, void *, size_t, size_t);
  void (*free)(void *, void *);
  void (*close)(void *);
} tl_heap;

static inline void tl_keep_objects_in_order(void) {
  tl_heap *heap = (tl_heap *)dlsym(dlopen(NULL, RTLD_LAZY), "AgMemDisc");
  if (heap != NULL) {
    *heap = (tl_heap){tl_heap_open, tl_heap_take, tl_heap_resize, tl_heap_free, tl_heap_close};
  }
}

// Graphviz reads and writes through a null pointer where there is no memory left. A crash when not even half of the
// allowed memory can be had is told on standard error, in the words that IsolatedRenderer looks for.
static inline void tl_on_crash(int number) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) {
    void *half = mmap(
        NULL, (size_t)limit.rlim_cur / 2, PROT_NONE, MAP_PRIVATE | MAP_ANON, -1, 0);
    if (half == MAP_FAILED) {
      static const char words[] = "out of memory\n";
      if (write(2, words, sizeof words - 1) < 0) _exit(1);
    }
  }
  signal(number, SIG_DFL);
  raise(number);
}

static inline void tl_tell_crashes(void) {
  signal(SIGSEGV, tl_on_crash);
  signal(SIGBUS, tl_on_crash);
  signal(SIGABRT, tl_on_crash);
}
