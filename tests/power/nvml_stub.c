/* A libnvidia-ml.so.1 for tests: the functions that the plugin calls, with values from the
   environment, so that the unmodified nvidia-ml-py can be driven without a GPU. */
#include <stdlib.h>
#include <string.h>

#define SUCCESS 0
#define NOT_SUPPORTED 3

typedef void *device_t;
typedef struct { unsigned int gpu, memory; } utilization_t;
typedef struct {
    char busIdLegacy[16];
    unsigned int domain, bus, device, pciDeviceId, pciSubSystemId;
    char busId[32];
} pci_t;

static unsigned long long calls = 0;

static long env(const char *name, long otherwise) {
    const char *text = getenv(name);
    return text ? atol(text) : otherwise;
}

int nvmlInit_v2(void) { return SUCCESS; }
int nvmlInitWithFlags(unsigned int flags) { (void)flags; return SUCCESS; }
int nvmlShutdown(void) { return SUCCESS; }
int nvmlDeviceGetCount_v2(unsigned int *count) { *count = 1; return SUCCESS; }

int nvmlDeviceGetHandleByIndex_v2(unsigned int index, device_t *device) {
    *device = (device_t)(size_t)(index + 1);
    return SUCCESS;
}

int nvmlDeviceGetName(device_t device, char *name, unsigned int length) {
    (void)device;
    strncpy(name, "Stub RTX", length);
    return SUCCESS;
}

int nvmlDeviceGetTotalEnergyConsumption(device_t device, unsigned long long *energy) {
    (void)device;
    if (!env("STUB_COUNTER", 1)) return NOT_SUPPORTED;
    /* 15.234 J more at each call. */
    *energy = 1000000ULL + 15234ULL * calls++;
    return SUCCESS;
}

int nvmlDeviceGetPowerUsage(device_t device, unsigned int *milliwatts) {
    (void)device;
    long value = env("STUB_POWER", 152340);
    if (value < 0) return NOT_SUPPORTED;
    *milliwatts = (unsigned int)value;
    return SUCCESS;
}

int nvmlDeviceGetPowerManagementLimit(device_t device, unsigned int *milliwatts) {
    (void)device;
    *milliwatts = 450000;
    return SUCCESS;
}

int nvmlDeviceGetArchitecture(device_t device, unsigned int *architecture) {
    (void)device;
    *architecture = (unsigned int)env("STUB_ARCHITECTURE", 8);
    return SUCCESS;
}

int nvmlDeviceGetUtilizationRates(device_t device, utilization_t *rates) {
    (void)device;
    rates->gpu = (unsigned int)env("STUB_BUSY", 97);
    rates->memory = 40;
    return SUCCESS;
}

int nvmlDeviceGetTemperature(device_t device, unsigned int sensor, unsigned int *celsius) {
    (void)device; (void)sensor;
    *celsius = 63;
    return SUCCESS;
}

int nvmlDeviceGetPciInfo_v3(device_t device, pci_t *pci) {
    (void)device;
    memset(pci, 0, sizeof *pci);
    strcpy(pci->busId, "00000000:01:00.0");
    return SUCCESS;
}
