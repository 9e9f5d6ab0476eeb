Feature: SEGMENT ARRIVES in the other states, second: the reset
  RFC 9293 section 3.10.7.4. A reset ends a connection, so anybody would like to send one. Only the number that is expected next is
  believed at once; within the window it is questioned, and outside it counts for nothing. It is looked at before the
  acknowledgment.

  @RFC9293/3.10.7.4-RST
  Rule: Second, check the RST bit
    Scenario Outline: In <state>, a reset at the left edge ends the connection
      Given a connection in <state>
      When a reset arrives at the left edge
      Then the endpoint answers with <answer>
      And the connection is <after>

      Examples:
        | state                                  | answer  | after  |
        | SYN-RECEIVED after a passive open      | nothing | LISTEN |
        | SYN-RECEIVED after a simultaneous open | nothing | CLOSED |
        | ESTABLISHED after an active open       | nothing | CLOSED |
        | ESTABLISHED after a passive open       | nothing | CLOSED |
        | FIN-WAIT-1                             | nothing | CLOSED |
        | FIN-WAIT-2                             | nothing | CLOSED |
        | CLOSE-WAIT                             | nothing | CLOSED |
        | CLOSING                                | nothing | CLOSED |
        | LAST-ACK                               | nothing | CLOSED |
        | TIME-WAIT                              | nothing | CLOSED |

    Scenario Outline: In <state>, a reset with ACK at the left edge ends the connection
      Given a connection in <state>
      When a reset with ACK arrives at the left edge
      Then the endpoint answers with <answer>
      And the connection is <after>

      Examples:
        | state                                  | answer  | after  |
        | SYN-RECEIVED after a passive open      | nothing | LISTEN |
        | SYN-RECEIVED after a simultaneous open | nothing | CLOSED |
        | ESTABLISHED after an active open       | nothing | CLOSED |
        | ESTABLISHED after a passive open       | nothing | CLOSED |
        | FIN-WAIT-1                             | nothing | CLOSED |
        | FIN-WAIT-2                             | nothing | CLOSED |
        | CLOSE-WAIT                             | nothing | CLOSED |
        | CLOSING                                | nothing | CLOSED |
        | LAST-ACK                               | nothing | CLOSED |
        | TIME-WAIT                              | nothing | CLOSED |

    Scenario Outline: In <state>, the application learns of the reset
      Given a connection in <state>
      When a reset arrives at the left edge
      Then the endpoint answers with <answer>
      And the endpoint's application is told <told>

      Examples:
        | state                                  | answer  | told                                     |
        | SYN-RECEIVED after a simultaneous open | nothing | that the connection was refused or reset |
        | ESTABLISHED after an active open       | nothing | that the connection was reset            |
        | ESTABLISHED after a passive open       | nothing | that the connection was reset            |
        | FIN-WAIT-1                             | nothing | that the connection was reset            |
        | FIN-WAIT-2                             | nothing | that the connection was reset            |
        | CLOSE-WAIT                             | nothing | that the connection was reset            |

    Scenario Outline: In <state>, a reset inside the window is challenged or believed
      Given a connection in <state>
      When a reset arrives inside the window
      Then the endpoint answers with <answer>
      And the connection is <after>

      Examples:
        | state                                  | answer                          | after        |
        | SYN-RECEIVED after a passive open      | what it expects next or its end | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | what it expects next or its end | SYN-RECEIVED |
        | ESTABLISHED after an active open       | what it expects next or its end | ESTABLISHED  |
        | ESTABLISHED after a passive open       | what it expects next or its end | ESTABLISHED  |
        | FIN-WAIT-1                             | what it expects next or its end | FIN-WAIT-1   |
        | FIN-WAIT-2                             | what it expects next or its end | FIN-WAIT-2   |
        | CLOSE-WAIT                             | what it expects next or its end | CLOSE-WAIT   |
        | CLOSING                                | what it expects next or its end | CLOSING      |
        | LAST-ACK                               | what it expects next or its end | LAST-ACK     |
        | TIME-WAIT                              | what it expects next or its end | TIME-WAIT    |

    Scenario Outline: In <state>, a reset left of the window is dropped in silence
      Given a connection in <state>
      When a reset arrives left of the window
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer  | after        |
        | SYN-RECEIVED after a passive open      | nothing | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | nothing | SYN-RECEIVED |
        | ESTABLISHED after an active open       | nothing | ESTABLISHED  |
        | ESTABLISHED after a passive open       | nothing | ESTABLISHED  |
        | FIN-WAIT-1                             | nothing | FIN-WAIT-1   |
        | FIN-WAIT-2                             | nothing | FIN-WAIT-2   |
        | CLOSE-WAIT                             | nothing | CLOSE-WAIT   |
        | CLOSING                                | nothing | CLOSING      |
        | LAST-ACK                               | nothing | LAST-ACK     |
        | TIME-WAIT                              | nothing | TIME-WAIT    |

    Scenario Outline: In <state>, a reset right of the window is dropped in silence
      Given a connection in <state>
      When a reset arrives right of the window
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer  | after        |
        | SYN-RECEIVED after a passive open      | nothing | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | nothing | SYN-RECEIVED |
        | ESTABLISHED after an active open       | nothing | ESTABLISHED  |
        | ESTABLISHED after a passive open       | nothing | ESTABLISHED  |
        | FIN-WAIT-1                             | nothing | FIN-WAIT-1   |
        | FIN-WAIT-2                             | nothing | FIN-WAIT-2   |
        | CLOSE-WAIT                             | nothing | CLOSE-WAIT   |
        | CLOSING                                | nothing | CLOSING      |
        | LAST-ACK                               | nothing | LAST-ACK     |
        | TIME-WAIT                              | nothing | TIME-WAIT    |

    @RFC9293/MUST-66
    Scenario Outline: In <state>, a reset counts although the window is closed
      Given a connection in <state>
      And the endpoint's application takes no data, and the peer has filled the window
      When a reset arrives at the left edge
      Then the endpoint answers with <answer>
      And the endpoint's application is told that the connection was reset
      And the connection is <after>

      Examples:
        | state                            | answer  | after  |
        | ESTABLISHED after an active open | nothing | CLOSED |
        | ESTABLISHED after a passive open | nothing | CLOSED |

    Scenario Outline: In <state>, a reset <place> ends nothing although the window is closed
      Given a connection in <state>
      And the endpoint's application takes no data, and the peer has filled the window
      When a reset arrives <place>
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing

      Examples:
        | state                            | place               | answer  |
        | ESTABLISHED after an active open | left of the window  | nothing |
        | ESTABLISHED after an active open | right of the window | nothing |
        | ESTABLISHED after a passive open | left of the window  | nothing |
        | ESTABLISHED after a passive open | right of the window | nothing |

  @RFC9293/SHLD-2
  Rule: A reset may say why
    Scenario Outline: In <state>, a reset may say why
      Given a connection in <state>
      When a reset with data arrives at the left edge
      Then the endpoint answers with <answer>
      And the endpoint's application is told that the connection was reset
      And the connection is <after>

      Examples:
        | state                            | answer  | after  |
        | ESTABLISHED after an active open | nothing | CLOSED |
        | ESTABLISHED after a passive open | nothing | CLOSED |
        | FIN-WAIT-1                       | nothing | CLOSED |
        | FIN-WAIT-2                       | nothing | CLOSED |
        | CLOSE-WAIT                       | nothing | CLOSED |

    Scenario Outline: In <state>, a reset may say why to nobody who listens
      Given a connection in <state>
      When a reset with data arrives at the left edge
      Then the endpoint answers with <answer>
      And the connection is <after>

      Examples:
        | state                                  | answer  | after  |
        | SYN-RECEIVED after a passive open      | nothing | LISTEN |
        | SYN-RECEIVED after a simultaneous open | nothing | CLOSED |
        | CLOSING                                | nothing | CLOSED |
        | LAST-ACK                               | nothing | CLOSED |
        | TIME-WAIT                              | nothing | CLOSED |

    Scenario Outline: In <state>, a reset may say why although nothing fits into the window
      Given a connection in <state>
      And the endpoint's application takes no data, and the peer has filled the window
      When a reset with data arrives at the left edge
      Then the endpoint answers with <answer>
      And the endpoint's application is told that the connection was reset
      And the connection is <after>

      Examples:
        | state                            | answer  | after  |
        | ESTABLISHED after an active open | nothing | CLOSED |
        | ESTABLISHED after a passive open | nothing | CLOSED |
        | FIN-WAIT-2                       | nothing | CLOSED |
