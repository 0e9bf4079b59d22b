/** Dumps of services as Android 7 to 16 print them, written here with made-up names and keys. */

export const accessibility9 = `ACCESSIBILITY MANAGER (dumpsys accessibility)

User state[attributes:{id=0, currentUser=true, touchExplorationEnabled=false, autoclickEnabled=false}
           services:{Service[label=Reader, feedbackTypeFEEDBACK_SPOKEN, capabilities=1, eventTypes=TYPES_ALL_MASK, notificationTimeout=0], 
                     Service[label=Helper, feedbackTypeFEEDBACK_GENERIC, capabilities=9, eventTypes=TYPES_ALL_MASK, notificationTimeout=0]}]

`;

export const accessibility10 = `ACCESSIBILITY MANAGER (dumpsys accessibility)

User state[attributes:{id=0, currentUser=true, touchExplorationEnabled=false, installedServiceCount=2}
     Bound services:{}
     Enabled services:{{com.example.a/com.example.a.Service}, {com.example.b/.Short}}
     Binding services:{}]

User state[attributes:{id=10, currentUser=false, touchExplorationEnabled=false, installedServiceCount=0}
     Bound services:{}
     Enabled services:{}
     Binding services:{}]

`;

export const notification14 = `Current Notification Manager state:
  Notification List:
    NotificationRecord(0x0: pkg=com.example.mail)
  Notification listeners:
    Allowed notification listeners:
      com.example.a/com.example.a.Listener:com.example.whole:com.example.b/.Short (user: 0 isPrimary: true)
      com.example.a/com.example.a.Listener (user: 10 isPrimary: true)
    Has user set:
      userId=0 value={com.example.a/com.example.a.Listener}
(user 0):   All notification listeners (2) enabled for current profiles:
      ComponentInfo{com.example.a/com.example.a.Listener}
    Live notification listeners (1):
      ComponentInfo{com.android.systemui/com.android.systemui.Listener} (user -1): x@1 SYSTEM
`;

export const notification7 = `Current Notification Manager state:
  Notification listeners:
    All notification listeners (1) enabled for current profiles:
      ComponentInfo{com.example.a/com.example.a.Listener}
    Live notification listeners (1):
      ComponentInfo{com.android.systemui/com.android.systemui.Listener} (user -1): x@1 SYSTEM
`;

export const devicePolicy12 = `Current Device Policy Manager state:
  Device Owner: 
    admin=ComponentInfo{com.example.owner/com.example.owner.Receiver}
    name=Example
    package=com.example.owner
    isOrganizationOwnedDevice=true
    User ID: 0

  Profile Owner (User 10): 
    admin=ComponentInfo{com.example.work/com.example.work.Receiver}
    name=
    package=com.example.work

  Enabled Device Admins (User 0, provisioningState: 3):
    com.example.owner/.Receiver:
      uid=10294
      testOnlyAdmin=true
      policies:
        wipe-data
        force-lock
      passwordQuality=0x0
    com.example.mail/.Admin:
      uid=10100
      testOnlyAdmin=false
      policies:
      passwordQuality=0x0

    mPasswordOwner=-1

  Enabled Device Admins (User 10, provisioningState: 0):
 
    mPasswordOwner=-1

  Encryption Status: per-user
`;

export const deviceIdle14 = `  Settings:
    light_after_inactive_to=+4m0s0ms
  Whitelist (except idle) system apps:
    com.android.shell
    com.google.android.gms
  Whitelist system apps:
    com.android.shell
  Whitelist user apps:
    com.example.radio
    com.example.messenger
  Whitelist (except idle) all app ids:
    2000
`;

export const role10 = `ROLE MANAGER STATE (dumpsys role):
{
  user_states=[
    {
      user_id=0
      version=-1
      roles=[
        {
          name=android.app.role.CALL_SCREENING
        }
        {
          name=android.app.role.SMS
          holders=com.example.messages
        }
        {
          name=android.app.role.ASSISTANT
          holders=[
            com.example.one
            com.example.two
          ]
        }
      ]
    }
    {
      user_id=10
      roles=[
        {
          name=android.app.role.SMS
        }
      ]
    }
  ]
}
`;

/** base64 of "candor test key 1" and "candor test key 2". */
export const key1 = "Y2FuZG9yIHRlc3Qga2V5IDE=";
export const key2 = "Y2FuZG9yIHRlc3Qga2V5IDI=";

export const adb10 = `ADB MANAGER STATE (dumpsys adb):
{
  debugging_manager={
    connected_to_adb=true
    user_keys=${key1} me@desk
    ${key2} 
    
    keystore=<?xml version='1.0' encoding='utf-8' standalone='yes' ?>
    <adbKey key="${key2}" lastConnection="1578495537856" />
    
  }
}
`;

export const adb13 = `ADB MANAGER STATE (dumpsys adb):
{
  debugging_manager={
    connected_to_adb=true
    last_key_received=AA:BB:CC:DD:EE:FF:11:22:33:44:55:66:77:88:99:00
    user_keys=${key1} me@desk
    keystore=ABX\0\u0010\u0002\ufffdkeyStore\0/version
    more\0binary
  }
}
`;

export const usb9 = `USB MANAGER STATE (dumpsys usb):
{
  device_manager={
    handler={
      adb_enabled=true
    }
    debugging_manager={
      connected_to_adb=true
      user_keys=${key1} 
    }
  }
  port_manager={
    is_simulation_active=false
  }
}
`;

export const usb8 = `USB Manager State:
  USB Debugging State:
    Connected to adbd: true
    Last key received: null
    User keys:
${key1} me@desk
${key2}

    System keys:
IOException: java.io.FileNotFoundException: /adb_keys: open failed: ENOENT (No such file or directory)
`;
