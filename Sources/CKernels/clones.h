#ifndef TJ_CLONES_H
#define TJ_CLONES_H

/* Each function is compiled for several instruction sets, of which the loader picks one. */
#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CLONES
#endif

#endif
