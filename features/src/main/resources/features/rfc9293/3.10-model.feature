Feature: Whatever happens to a connection
  RFC 9293 section 3.10. A model of the states stands beside the endpoint. It is told all that arrives, and all that the application
  calls, and knows the answers that the RFC allows; where the RFC leaves a choice, it follows each of them until the endpoint shows
  which one it has taken.

  @RFC9293/3.10-MODEL @virtual-time
  Rule: The endpoint does only what a state of the model allows
    Scenario Outline: From <state> on, no chain of events leads to anything else
      Given a connection in <state>
      When any chain of segments, calls, losses and waits follows
      Then the endpoint has done only what a state of the model allows

      Examples:
        | state                                  |
        | LISTEN                                 |
        | SYN-SENT                               |
        | SYN-RECEIVED after a simultaneous open |
        | ESTABLISHED after an active open       |
        | ESTABLISHED after a passive open       |
